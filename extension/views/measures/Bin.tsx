/** What was removed, by whom and when, with the way back. */
import { binOf } from '../../../shared/queries/bin'
import { momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'
import { m, problemWords } from './say'
import { placeWords } from './words'

export const Bin = () => {
  const model = useModel()
  const work = useWork()
  const removed = binOf(work.ground.value)
  const words = m().bin
  return (
    <div class="page bin">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
      </header>
      {removed.length === 0 ? (
        <EmptyState title={words.none}>{words.noneNext}</EmptyState>
      ) : (
        <section class="panel">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.by}</th>
                <th class="verbs">
                  <span class="visually-hidden">{words.restore}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {removed.map((each) => (
                <tr key={`${each.room} ${each.about}`}>
                  <th scope="row">
                    {each.title}
                    <span class="quiet measure-place">{words.kinds[each.kind] ?? each.kind}</span>
                  </th>
                  <td>{placeWords(each.room, model)}</td>
                  <td>
                    {model.nameOf(each.by)}
                    <span class="quiet measure-place">{momentWords(each.at)}</span>
                  </td>
                  <td class="verbs">
                    {work.mayWriteIn(each.room) && (
                      <Button
                        aria-label={words.restoreOf(each.title)}
                        onClick={() => {
                          const problem = work.restore(each)
                          model.toast.value = problem
                            ? { text: problemWords(problem), undo: undefined }
                            : { text: words.restored(each.title), undo: () => void work.undo() }
                        }}
                      >
                        <Icon name="undo" />
                        {words.restore}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}
