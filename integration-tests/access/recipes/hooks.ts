import { createHmac } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import { FLUTTERWAVE_HASH, PAYSTACK_SECRET } from "../outside"
import { moduleOf, type World } from "../world"
import type { Prepared, Recipes } from "./recipe"

/** An event that the gateway has signed: the signature is who it is. */
function signedEvent(world: World): Prepared {
  const body = { event: "transfer.success", data: { id: world.serial(), reference: "walk" } }
  const signature = createHmac("sha512", PAYSTACK_SECRET).update(JSON.stringify(body)).digest("hex")

  return { body, headers: { "x-paystack-signature": signature } }
}

/** One that was given up: no payment has its reference, so that nothing comes of it. */
async function deadEvent(world: World): Promise<Prepared> {
  const id = `whe_walk${world.serial()}`
  await world.sql(
    `insert into webhook_event (id, gateway, type, dedupe_key, reference, payload, body_sha256, received_at, next_attempt_at, state, attempts)
     values (?, 'paystack', 'charge.success', ?, ?, '{}', 'x', now(), now(), 'dead', 12)`,
    [id, id, id]
  )

  return { params: { id }, body: {} }
}

export const hookRecipes: Recipes = {
  "GET /admin/webhook-events": () => ({}),
  "POST /admin/webhook-events/:id/retry": deadEvent,
  "GET /health/ready": () => ({}),
  "POST /hooks/paystack": signedEvent,
  "POST /hooks/flutterwave": (world) => ({
    body: { event: "transfer.completed", data: { id: world.serial(), reference: "walk" } },
    headers: { "verif-hash": FLUTTERWAVE_HASH },
  }),
  "POST /hooks/payment/:provider": (world) => ({ ...signedEvent(world), params: { provider: "paystack" } }),
  // What staff have exported; of all that is private, this alone is served from here.
  "GET /static/:file": async (world) => {
    const { id } = await moduleOf(world, Modules.FILE).createFiles({
      filename: `${Date.now()}-order-exports.csv`,
      mimeType: "text/csv",
      content: Buffer.from("email\nada@example.com\n").toString("base64"),
      access: "private",
    })

    return { params: { file: id } }
  },
}
