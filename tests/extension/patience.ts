/** What is loaded on demand may take a while on a busy machine: this only ends what never comes. */
import { configure } from '@testing-library/preact'

configure({ asyncUtilTimeout: 20_000 })
