import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, forbidden } from "../../../lib/errors"
import { chooseShop } from "../../../modules/access/domain/decide"
import { readMe } from "../../../workflows/vendor-member/read-me"
import type { MemberContext, VendorRequest } from "../../vendor/context"
import { hiddenEntries } from "./hidden-entries"

type ShellAnswer = (req: MedusaRequest, member: MemberContext) => Promise<object> | object

/** What the frame of Medusa's dashboard asks before it shows anything, answered for people of shops. */
const ANSWERS: Record<string, ShellAnswer> = {
  "/admin/users/me": async (req, member) => ({ user: await userOf(req, member) }),
  "/admin/stores": async (req, member) => ({
    stores: [await storeOf(req, member)],
    count: 1,
    offset: 0,
    limit: 1,
  }),
  "/admin/notifications": () => ({ notifications: [], count: 0, offset: 0, limit: 20 }),
  "/admin/plugins": () => ({ plugins: [] }),
  "/admin/layouts/configurations": () => ({ layout_configurations: [], count: 0, offset: 0, limit: 20 }),
}

const LAYOUT = /^\/admin\/layouts\/([\w.-]{1,100})\/configuration$/

/**
 * People of a shop get the dashboard's frame with their shop's name and their own navigation, and nothing of core's: whatever
 * else the guard might let through for them ends here.
 */
export async function answerShell(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const member = (req as VendorRequest).member_context
  if (!member) {
    next()
    return
  }
  const path = req.originalUrl.replace(/\?.*$/, "")
  const [, zone] = LAYOUT.exec(path) ?? []
  const answer = ANSWERS[path]
  if (req.method !== "GET" || !(answer || zone)) {
    throw forbidden(ErrorCode.STAFF_ONLY, "This part of the marketplace is for its staff.")
  }
  res.json(
    answer ? await answer(req, member) : layoutOf(zone === "sidebar" ? hiddenEntries(member.grants) : {})
  )
}

const layoutOf = (widgets: object) => ({
  personal_configuration: { configuration: { widgets } },
  default_configuration: null,
  active_scope: "personal",
})

async function userOf(req: MedusaRequest, member: MemberContext) {
  const { user } = await readMe(req.scope, member)

  return { ...user, avatar_url: null, metadata: null, created_at: null, updated_at: null, deleted_at: null }
}

/** The dashboard shows a store's name at its top and asks nothing else of it on our pages: the shop that was chosen, or else the first. */
async function storeOf(req: MedusaRequest, { grants }: MemberContext) {
  const chosen = chooseShop(grants.memberships, {
    asked: null,
    remembered: grants.session?.vendor_id ?? null,
  })
  const { vendor_id = "" } = ("is_allowed" in chosen ? grants.memberships[0] : chosen) ?? {}
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "vendor",
    fields: ["id", "name"],
    filters: { id: vendor_id },
  })
  const shop = data[0] as { id: string; name: string } | undefined

  return {
    id: shop?.id ?? "",
    name: shop?.name ?? "",
    supported_currencies: [],
    supported_locales: [],
    metadata: null,
  }
}
