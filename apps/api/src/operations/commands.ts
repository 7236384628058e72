import { acceptLoss } from './accept-loss.ts'
import { backup } from './backup.ts'
import { checkpoint } from './checkpoint.ts'
import type { Command } from './command.ts'
import { erasures } from './erasures.ts'
import { invite } from './invite.ts'
import { keeper } from './keeper.ts'
import { messages } from './messages.ts'
import { organisations } from './organisations.ts'
import { rebuild } from './rebuild.ts'
import { restore } from './restore.ts'
import { exportFamily } from './transfer/export-family.ts'
import { importFamily } from './transfer/import.ts'
import { verify } from './verify.ts'

/** All commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [verify, backup, restore, rebuild, exportFamily, importFamily, checkpoint, erasures, acceptLoss, messages, organisations, invite, keeper]
