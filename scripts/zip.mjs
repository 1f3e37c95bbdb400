/** `npm run zip`: what the stores of Chrome and Firefox want. */
import { installDependencies } from './install.mjs'
import { Refusal, runTool } from './process.mjs'

export default async function zip() {
  await installDependencies()
  for (const browser of ['chrome', 'firefox']) {
    const code = await runTool('wxt', ['zip', '--browser', browser, '--level', 'warn'], {
      WAARBORG_STORE: '1',
    })
    if (code !== 0) throw new Refusal(`The zip for ${browser} could not be made; the reason is above.`)
  }
  console.log('The zips are in .output/store.')
  return 0
}
