import { defineWebExtConfig } from 'wxt'

// `npm run dev` starts no browser of its own: load `.output/chrome-mv3-dev` where you like.
export default defineWebExtConfig({ disabled: true })
