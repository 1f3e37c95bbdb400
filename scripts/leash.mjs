/**
 * Loaded into a program that we start: should we be killed without a chance to pass it on, the channel
 * between us closes, and the program stops as if it had been asked to.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
