/** Catches what goes wrong while drawing, so that a page is never blank. */
import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { LaunchError } from './LaunchError'

export const ErrorGuard = ({
  onReload,
  children,
}: {
  readonly onReload: () => void
  readonly children: ComponentChildren
}) => {
  const [error] = useErrorBoundary((caught) => console.error(caught))
  if (error === undefined) return children
  return <LaunchError error={error} onReload={onReload} />
}
