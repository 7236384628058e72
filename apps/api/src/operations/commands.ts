import { checkpoint } from './checkpoint.ts'
import type { Command } from './command.ts'
import { verify } from './verify.ts'

/** All commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [verify, checkpoint]
