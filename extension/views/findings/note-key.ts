/** The key that notes a finding, wherever a failed check is on the screen: of the Dutch "bevinding". */
export const NOTE_KEY = 'b'
