import { Module, type DynamicModule } from '@nestjs/common'
import { SIGN_IN, SignInController, type SignIn } from './sign-in.controller.ts'

@Module({ controllers: [SignInController] })
class SignInModule {}

export const signInModule = (signIn: SignIn): DynamicModule => ({ module: SignInModule, providers: [{ provide: SIGN_IN, useValue: signIn }] })
