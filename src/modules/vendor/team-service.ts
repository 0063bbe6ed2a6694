import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { VendorRole } from "../../lib/permissions"
import * as keys from "./api-key-rows"
import * as invitations from "./invitation-rows"
import * as members from "./member-rows"
import { VendorModelService } from "./model-service"
import { lockOwnShops, type OwnShop } from "./own-shops"
import type {
  AcceptInput,
  ApiKeyRow,
  ChangeMemberInput,
  CreateApiKeyInput,
  InvitationRow,
  InviteInput,
  MemberRow,
  RemovedMember,
  ResendInput,
  ShownApiKey,
} from "./team-types"

/** Who works in a shop: members, invitations and API keys. Each change is one transaction under the shop's own lock. */
export class TeamService extends VendorModelService {
  @InjectTransactionManager()
  async changeMemberRole(
    input: ChangeMemberInput & { to: VendorRole },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<MemberRow> {
    return members.changeRole(sharedContext, input)
  }

  @InjectTransactionManager()
  async restoreMemberRole(before: MemberRow, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await members.restoreRole(sharedContext, before)
  }

  @InjectTransactionManager()
  async removeMember(
    input: ChangeMemberInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RemovedMember> {
    return members.removeMember(sharedContext, input)
  }

  @InjectTransactionManager()
  async restoreMember(removed: RemovedMember, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await members.restoreMember(sharedContext, removed)
  }

  @InjectTransactionManager()
  async invite(input: InviteInput, @MedusaContext() sharedContext: Context = {}): Promise<InvitationRow> {
    return invitations.invite(sharedContext, input)
  }

  @InjectTransactionManager()
  async renewInvitation(
    input: ResendInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InvitationRow> {
    return invitations.renewInvitation(sharedContext, input)
  }

  @InjectManager()
  async restoreInvitation(
    before: InvitationRow,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await invitations.restoreInvitation(sharedContext, before)
  }

  @InjectManager()
  async revokeInvitation(
    { vendor_id, id }: { vendor_id: string; id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await invitations.revokeInvitation(sharedContext, vendor_id, id)
  }

  @InjectManager()
  async findOpenInvitation(
    { token_hash, now }: { token_hash: string; now: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InvitationRow> {
    return invitations.findOpenInvitation(sharedContext, token_hash, now)
  }

  @InjectTransactionManager()
  async acceptInvitation(
    input: AcceptInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<MemberRow> {
    return invitations.acceptInvitation(sharedContext, input)
  }

  @InjectTransactionManager()
  async undoAcceptance(
    accepted: { member: MemberRow; token_hash: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await invitations.undoAcceptance(sharedContext, accepted)
  }

  @InjectTransactionManager()
  async createApiKey(
    input: CreateApiKeyInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ApiKeyRow> {
    return keys.createApiKey(sharedContext, input)
  }

  @InjectManager()
  async revokeApiKey(
    { vendor_id, id }: { vendor_id: string; id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await keys.revokeApiKey(sharedContext, vendor_id, id)
  }

  /** What a key that a request shows may do; null when it counts for nothing. */
  @InjectManager()
  async findShownKey(
    tokenHash: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ShownApiKey | null> {
    return keys.findShownKey(sharedContext, tokenHash)
  }

  /** The shops somebody owns; one person's openings take turns until the transaction ends. */
  protected async lockOwnShops(userId: string, context: Context): Promise<OwnShop[]> {
    return lockOwnShops(context, userId)
  }
}
