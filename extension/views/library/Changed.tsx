/** Two texts in one, word by word: what was added underlined, what was left out struck through, never by colour alone. */
import type { Part } from '../../../shared/queries/text'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { l } from './say'

export const Changed = ({ parts }: { readonly parts: readonly Part[] }) => (
  <span class="changed">
    {parts.map(({ text, is }, index) => {
      const key = `${index}${is}`
      if (is === 'same') return <span key={key}>{text}</span>
      const Tag = is === 'added' ? 'ins' : 'del'
      return (
        <Tag key={key}>
          <VisuallyHidden>{is === 'added' ? l().news.added : l().news.dropped} </VisuallyHidden>
          {text}
        </Tag>
      )
    })}
  </span>
)
