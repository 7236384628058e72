import { Module, type DynamicModule } from '@nestjs/common'
import { DemoController, MAILBOX } from './demo.controller.ts'
import type { Mailbox } from './mailbox.ts'

@Module({ controllers: [DemoController] })
class DemoModule {}

/** Loaded on demand, so that a production start has none of it. */
export const demoModule = (mailbox: Mailbox): DynamicModule => ({ module: DemoModule, providers: [{ provide: MAILBOX, useValue: mailbox }] })
