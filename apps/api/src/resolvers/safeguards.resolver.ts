import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { Measure, NewAuthority } from '@samenspel/family-case'
import type { CaseCommand } from '../commands/commands.ts'
import { SAFEGUARDING } from '../composition/tokens.ts'
import type { Desk } from '../disclosure/desk.ts'
import type { Safeguarding as SafeguardingPart } from '../disclosure/safeguarding.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { AuthorityInput, AuthorityProofInput, SafeguardInput } from '../graphql/safeguard-inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { AuthorityGap, OwnExclusions, Safeguarding } from '../graphql/types/safeguards.ts'
import { carryOutInCase, coordinating, stamp, type Asked } from './carry-out.ts'
import { subjectOf, withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const
const day = { type: () => DateScalar } as const

/** Authority over children, and what keeps people of a family safe from one another. */
@Resolver()
export class SafeguardsResolver {
  constructor(@Inject(SAFEGUARDING) private readonly safeguarding: SafeguardingPart, private readonly commands: CommandBus) {}

  @Query(() => Safeguarding)
  safeguards(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<Safeguarding> {
    return this.safeguarding.of(signedIn(context), familyId)
  }

  @Query(() => [AuthorityGap], { description: 'What was read in days without authority, for who coordinates and for a privacy officer.' })
  authorityGaps(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<readonly AuthorityGap[]> {
    return this.safeguarding.gaps(signedIn(context), familyId)
  }

  @Mutation(() => Done)
  recordAuthority(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: AuthorityInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'recordAuthority', { familyId, commandId }, (desk) => ({ type: 'RecordAuthority', ...mustCoordinate(desk), ...authorityOf(desk, input) }))
  }

  @Mutation(() => Done, { description: 'Somebody saw the proof of a fact that was recorded without one; without it, a register is asked.' })
  verifyAuthority(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('authorityId', id) authorityId: string,
    @Args('proof', { type: () => AuthorityProofInput, nullable: true }) proof: AuthorityProofInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'verifyAuthority', { familyId, commandId, madeId: authorityId }, async (desk) => {
      const by = mustCoordinate(desk)
      desk.mustSee('authority', authorityId)
      return { type: 'VerifyAuthority', ...by, authorityId, ...await this.safeguarding.confirm(familyId, authorityId, proof == null ? undefined : withoutNulls(proof)) }
    })
  }

  @Mutation(() => Done, { description: 'A fact was a mistake: it stays to be read, and counts for nothing.' })
  correctAuthority(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('authorityId', id) authorityId: string, @Args('reason') reason: string,
    @Args('instead', { type: () => AuthorityInput, nullable: true }) instead: AuthorityInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'correctAuthority', { familyId, commandId, madeId: authorityId }, (desk) => {
      const by = mustCoordinate(desk)
      desk.mustSee('authority', authorityId)
      return { type: 'CorrectAuthority', ...by, authorityId, reason, ...(instead != null && { instead: authorityOf(desk, instead) }) }
    })
  }

  @Mutation(() => Done)
  reviewAuthorityGap(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('gapId', id) gapId: string, @Args('note') note: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'reviewAuthorityGap', { familyId, commandId, madeId: gapId, discreet: true }, async (desk) =>
      ({ type: 'ReviewAuthorityGap', ...mustCoordinate(desk), gapId, note, reads: await this.safeguarding.readsIn(familyId, gapId) }))
  }

  @Mutation(() => Done, { description: 'A guardian, or an institution that has guardianship, joins the family (G-07).' })
  addGuardian(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('name') name: string, @Args('isInstitution') isInstitution: boolean, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'addGuardian', { familyId, commandId }, (desk) =>
      ({ type: 'AddMember', ...mustCoordinate(desk), memberId: desk.id('made'), role: isInstitution ? 'institution' : 'guardian', firstName: name, isIndexChild: false, inHousehold: false }))
  }

  @Mutation(() => Done)
  setSafeguard(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: SafeguardInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'setSafeguard', { familyId, commandId, discreet: true }, async (desk) => {
      const { reason, reviewOn, exchange } = withoutNulls(input)
      input.personIds.forEach(desk.mustKnow)
      const measure = measureOf(input)
      await this.mustBeKnown(measure, desk)
      return {
        type: 'SetSafeguard', ...coordinating(desk), safeguardId: desk.id('made'), reason, ...(reviewOn !== undefined && { reviewOn }),
        ...('entry' in measure ? guarding(measure, desk) : { measure }),
        ...(exchange !== undefined && { conditions: { isNeeded: exchange.isNeeded, isInTheirInterest: exchange.isInTheirInterest } }),
      }
    })
  }

  @Query(() => OwnExclusions, { description: 'Which professionals somebody of the family keeps out of what others record (C-11).' })
  ownExclusions(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<OwnExclusions> {
    return this.safeguarding.exclusions(signedIn(context), familyId)
  }

  @Mutation(() => Done, { description: 'Somebody who has authority keeps a professional of the team out, from this very moment, and needs no reason.' })
  excludeProfessional(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('professionalId', id) professionalId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'excludeProfessional', { familyId, commandId, discreet: true }, (desk) => {
      desk.mustKnow(professionalId)
      return { type: 'ExcludeProfessional', ...stamp(desk), safeguardId: desk.id('made'), professional: professionalId }
    })
  }

  @Mutation(() => Done, { description: 'Takes that back; nobody but who said it can.' })
  admitProfessional(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('exclusionId', id) exclusionId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'admitProfessional', { familyId, commandId, madeId: exclusionId, discreet: true }, (desk) => ({ type: 'AdmitProfessional', ...stamp(desk), safeguardId: exclusionId }))
  }

  /** Who stays out may be anybody in the register, and whom an exchange is about must have opened. @throws Refused `not-found`, `person-unknown` */
  private async mustBeKnown(measure: Measure, desk: Desk): Promise<void> {
    if (measure.kind === 'exchange') desk.mustKnowSubject(measure.about)
    if ((measure.kind === 'exclusion' || measure.kind === 'ownFamily') && !await this.safeguarding.isRegistered(measure.professional)) throw new Refused('person-unknown')
  }

  @Mutation(() => Done)
  reviewSafeguard(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('safeguardId', id) safeguardId: string, @Args('reviewOn', day) reviewOn: string, @Args('reason') reason: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'reviewSafeguard', { familyId, commandId, madeId: safeguardId, discreet: true }, (desk) => ({ type: 'ReviewSafeguard', ...coordinating(desk), safeguardId, reviewOn, reason }))
  }

  @Mutation(() => Done)
  liftSafeguard(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('safeguardId', id) safeguardId: string, @Args('reason') reason: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'liftSafeguard', { familyId, commandId, madeId: safeguardId, discreet: true }, (desk) => ({ type: 'LiftSafeguard', ...coordinating(desk), safeguardId, reason }))
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

const mustCoordinate = (desk: Desk) => {
  desk.mustCoordinate()
  return coordinating(desk)
}

const authorityOf = (desk: Desk, input: AuthorityInput): NewAuthority => {
  const { childId: child, adultId: adult, ...rest } = withoutNulls(input)
  desk.mustKnow(child)
  desk.mustKnow(adult)
  return { authorityId: desk.id('authority'), child, adult, ...rest }
}

/** A part that opened, under the name by which it stays guarded when it is worded anew. @throws Refused `not-found` */
const guarding = (measure: Extract<Measure, { entry: unknown }>, desk: Desk) => {
  const { kind } = measure.entry
  const { entry, ...seen } = desk.seen(kind, measure.entry.id)
  return { measure: { ...measure, entry: { kind, id: entry.id } }, ...seen }
}

/** @throws Refused `request-invalid` when persons or the part of the file are missing */
const measureOf = (input: SafeguardInput): Measure => {
  const { kind, personIds: [first, second], entryKind, entryId, professionalId, isCapable, exchange } = withoutNulls(input)
  const given = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Refused('request-invalid')
    return value
  }
  switch (kind) {
    case 'shield': return { kind, entry: { kind: given(entryKind), id: given(entryId) }, from: given(first) }
    case 'release': return { kind, entry: { kind: given(entryKind), id: given(entryId) }, to: given(first) }
    case 'confidence':
    case 'secret': return { kind, entry: { kind: given(entryKind), id: given(entryId) } }
    case 'openness': return { kind, child: given(first) }
    case 'capacity': return { kind, child: given(first), isCapable: given(isCapable) }
    case 'ownFamily': return { kind, professional: given(professionalId) }
    case 'exclusion': return { kind, professional: given(professionalId), saidBy: given(first) }
    case 'exchange': {
      const { about, organisationId, agreement } = given(exchange)
      return { kind, about: subjectOf(about), recipient: organisationId, agreement }
    }
    case 'closing': return { kind, from: given(first) }
    case 'protection': return { kind, person: given(first), from: given(second) }
    case 'highConflict':
    case 'disagreement': return { kind, persons: [given(first), given(second)] }
  }
}
