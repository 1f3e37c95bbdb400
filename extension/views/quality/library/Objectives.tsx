/** The plan. */
export const Objectives = () => <div class="page" />
