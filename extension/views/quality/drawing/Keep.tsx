/** Keeping a drawing as an image, a drawing or a table, or printing it. */
import { Menu, type MenuItem } from '../../../ui/Menu'
import { useModel } from '../../dashboard/context'
import { q } from '../say'
import { pngBlob, svgBlob } from './files'

export const Keep = ({
  name,
  svg,
  csv,
}: {
  /** Of the file, without what follows the dot. */
  readonly name: string
  readonly svg: () => string
  readonly csv: () => Blob
}) => {
  const { tools, toast } = useModel()
  const words = q().indicator
  const items: readonly MenuItem[] = [
    {
      icon: 'download',
      label: words.png,
      onChoose: () => {
        pngBlob(svg()).then(
          (file) => tools.download(file, `${name}.png`),
          () => {
            toast.value = { text: words.exportFailed, undo: undefined }
          },
        )
      },
    },
    { icon: 'quality', label: words.svg, onChoose: () => tools.download(svgBlob(svg()), `${name}.svg`) },
    { icon: 'copy', label: words.csv, onChoose: () => tools.download(csv(), `${name}.csv`) },
    { icon: 'note', label: words.print, onChoose: tools.print },
  ]
  return <Menu label={words.exportMenu} items={items} icon="download" />
}
