/** Line icons of the interface: always decorative, beside a word or inside a button with a label. */

export type IconName =
  | 'menu'
  | 'more'
  | 'close'
  | 'dashboard'
  | 'language'
  | 'help'
  | 'sign-out'
  | 'settings'
  | 'note'
  | 'undo'
  | 'people'
  | 'down'
  | 'up'
  | 'right'
  | 'left'
  | 'plus'
  | 'info'
  | 'warning'
  | 'confirmed'
  | 'device'
  | 'no-connection'
  | 'waiting'
  | 'refused'
  | 'download'
  | 'calendar'
  | 'trash'
  | 'copy'
  | 'controls'
  | 'quality'
  | 'plans'
  | 'measures'
  | 'findings'
  | 'team'
  | 'risks'
  | 'rounds'
  | 'edit'
  | 'link'
  | 'question'
  | 'print'
  | 'mine'
  | 'search'

export const Icon = ({ name, size = '1.25em' }: { readonly name: IconName; readonly size?: string }) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
)

const PATHS: Readonly<Record<IconName, string>> = {
  mine: 'M7 4H5a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1h-2M7.5 2.8h5v2.7h-5zM7 11l2 2 4-4',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  controls: 'm3 5 1.5 1.5L7 4M3 10.5 4.5 12 7 9.5M3 16l1.5 1.5L7 15M10 5.5h7M10 11h7M10 16.5h7',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  more: 'M4 9.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zm6 0a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zm6 0a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z',
  close: 'm5 5 10 10M15 5 5 15',
  dashboard: 'M3 3.5h6v6H3zm8 0h6v3.5h-6zm0 6h6v7h-6zm-8 2.5h6v4.5H3z',
  language:
    'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c2.5 2.2 3.5 4.7 3.5 7.5s-1 5.3-3.5 7.5c-2.5-2.2-3.5-4.7-3.5-7.5s1-5.3 3.5-7.5z',
  help: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM7.8 7.9a2.25 2.25 0 1 1 3.3 2c-.8.4-1.1.9-1.1 1.7M10 14.2v.1',
  'sign-out': 'M8 3.5H4.5a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1H8M12.5 6.5 16 10l-3.5 3.5M16 10H8',
  settings: 'M3 6h7m4 0h3M3 14h3m4 0h7M12 4v4M8 12v4',
  note: 'M4 3.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9.5L6 16.8v-3.3H4a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM6.5 7h7M6.5 10h4.5',
  undo: 'M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c.3-3 2.5-4.7 5.5-4.7s5.2 1.7 5.5 4.7M13 9.5a2.6 2.6 0 1 0-.8-5M15 12c1.8.6 2.9 2.1 3.1 4.2',
  down: 'm5 7.5 5 5 5-5',
  up: 'm5 12.5 5-5 5 5',
  right: 'm7.5 5 5 5-5 5',
  left: 'm12.5 5-5 5 5 5',
  plus: 'M10 4v12M4 10h12',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6.1V6',
  warning: 'M10 3 2.3 16.5h15.4zM10 8v4.2M10 14.4v.1',
  confirmed: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zm-3.5 7.7 2.5 2.5 4.6-5',
  device: 'M4 4h12a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM1.5 16.5h17',
  'no-connection':
    'M3 3l14 14M5.5 9.3A7 7 0 0 1 8.3 8M14.5 9.3a7 7 0 0 0-3.2-1.5M2.8 6.5a11 11 0 0 1 2.6-1.7M17.2 6.5A11 11 0 0 0 9 4M8 12a3.5 3.5 0 0 1 3.6-.3M10 15.3v.1',
  waiting: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v4.2l2.8 1.7',
  refused: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM4.8 4.8l10.4 10.4',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  calendar:
    'M3.5 4.5h13a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM2.5 8.5h15M6.5 2.5v3.5M13.5 2.5v3.5',
  trash: 'M3.5 5.5h13M8 5.5v-2h4v2M5 5.5l.8 11h8.4l.8-11M8.3 8.5l.2 5M11.7 8.5l-.2 5',
  quality: 'M3 3v14h14M5.5 12.5l3-3.5 2.5 2 5-6',
  plans:
    'M16.5 10a6.5 6.5 0 0 1-11.3 4.4M3.5 10a6.5 6.5 0 0 1 11.3-4.4M15 2.5v3.3h-3.3M5 17.5v-3.3h3.3M7.5 10.2l1.8 1.8 3.2-3.7',
  measures:
    'm3 5 1.3 1.3L6.7 4M3 10.2l1.3 1.3 2.4-2.4M3 15.4l1.3 1.3 2.4-2.4M9.5 5.2H17M9.5 10.4H17M9.5 15.6H17',
  findings: 'M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.5 12.5 17 17M8.5 5.8v3.4M8.5 11.2v.1',
  team: 'M10 6.2a2.1 2.1 0 1 0 0-4.2 2.1 2.1 0 0 0 0 4.2zM3.9 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM16.1 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM4.5 12.5h11M6 12.5l-.8 5M14 12.5l.8 5M7.4 9.3c.6-.7 1.5-1 2.6-1s2 .3 2.6 1',
  risks: 'M3 3.5h14v13H3zM3 7.8h14M3 12.2h14M7.7 3.5v13M12.3 3.5v13M13.6 5.6h2.2',
  rounds: 'M3 5.5h8M3 10h8M3 14.5h8M13.2 3.8v3.4h3.4V3.8zM13.2 8.3v3.4h3.4V8.3zM13.2 12.8v3.4h3.4v-3.4z',
  edit: 'm12.5 4.5 3 3M4 16l.8-3.7L13.3 3.8a1.3 1.3 0 0 1 1.8 0l1.1 1.1a1.3 1.3 0 0 1 0 1.8L7.7 15.2z',
  link: 'M8.3 11.7a3 3 0 0 0 4.3.2l2.6-2.6a3 3 0 0 0-4.3-4.3l-1 1M11.7 8.3a3 3 0 0 0-4.3-.2l-2.6 2.6a3 3 0 0 0 4.3 4.3l1-1',
  question:
    'M4 3.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9.5L6 16.8v-3.3H4a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8.3 6.8a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.1M10 11.3v.1',
  print: 'M6 7V3h8v4M6 14H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2M6 11.5h8V17H6z',
  copy: 'M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1',
}
