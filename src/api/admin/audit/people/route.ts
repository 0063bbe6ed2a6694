import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { UserDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import type { AdminGetAuditPeopleParamsType } from "../validators"

export const ACCESS = { GET: staff("audit:read") } satisfies RouteAccess

const FIELDS = ["id", "email", "first_name", "last_name"] as const

type PersonView = Pick<UserDTO, (typeof FIELDS)[number]>

/** Who the ids in the log belong to, for whoever may read it and has no list of all people. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = req.validatedQuery as unknown as AdminGetAuditPeopleParamsType
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "user",
    fields: [...FIELDS],
    filters: { id },
    pagination: { skip: 0, take: id.length },
  })

  res.json({ people: data as PersonView[] })
}
