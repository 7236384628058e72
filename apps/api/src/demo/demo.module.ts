import { Module, type DynamicModule } from '@nestjs/common'
import { DemoController } from './demo.controller.ts'

@Module({ controllers: [DemoController] })
class DemoModule {}

/** Loaded on demand, so that a production start has none of it. */
export const demoModule = (): DynamicModule => ({ module: DemoModule })
