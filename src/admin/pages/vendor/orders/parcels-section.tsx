import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { Section } from "../../../components/page"
import { EmptyState } from "../../../components/states"
import { StatusBadge } from "../../../components/status-badge"
import { useAction } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { DeliverDrawer } from "./deliver-drawer"
import { CHANGES, type Order, type Parcel } from "./order"
import { ShipDrawer } from "./ship-drawer"

export function ParcelsSection({ order }: { order: Order }) {
  const { t } = useText()
  const parcels = order.fulfilments.filter(({ status }) => status !== "canceled")

  return (
    <Section title={t("orders.parcels")} className="divide-y">
      {!parcels.length && <EmptyState title={t("orders.no_parcels")} />}
      {parcels.map((parcel, index) => (
        <ParcelRow key={parcel.id} order={order} parcel={parcel} number={index + 1} />
      ))}
    </Section>
  )
}

type RowProps = { order: Order; parcel: Parcel; number: number }

function ParcelRow({ order, parcel, number }: RowProps) {
  const { t } = useText()
  const may = useMayInShop()

  return (
    <div className="flex flex-col gap-y-2 px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex items-center gap-x-2">
          <Text size="small" weight="plus">
            {t("orders.parcel", { number })}
          </Text>
          <StatusBadge of="parcel" status={parcel.status} />
        </div>
        {may("orders:fulfil") && <ParcelActions order={order} parcel={parcel} />}
      </div>
      <ParcelFacts order={order} parcel={parcel} />
    </div>
  )
}

function ParcelFacts({ order, parcel }: Omit<RowProps, "number">) {
  const { t, format } = useText()
  const { packed_at, shipped_at, delivered_at } = parcel
  const moments = [
    packed_at && t("orders.packed_at", { when: format.moment(packed_at) }),
    shipped_at && t("orders.shipped_at", { when: format.moment(shipped_at) }),
    delivered_at && t("orders.delivered_at", { when: format.moment(delivered_at) }),
  ].filter(Boolean)

  return (
    <div className="txt-small text-ui-fg-subtle">
      {parcel.items.map(({ line_id, quantity }) => (
        <div key={line_id}>
          {quantity} × {order.lines.find(({ id }) => id === line_id)?.title}
        </div>
      ))}
      <div>{moments.join(" · ")}</div>
      {parcel.tracking.map((tracking) => (
        <div key={tracking.number}>
          {tracking.carrier}{" "}
          {tracking.url ? <TrackingLink url={tracking.url}>{tracking.number}</TrackingLink> : tracking.number}
        </div>
      ))}
    </div>
  )
}

const TrackingLink = ({ url, children }: { url: string; children: string }) => (
  <a href={url} target="_blank" rel="noreferrer" className="break-all text-ui-fg-base underline">
    {children}
  </a>
)

function ParcelActions({ order, parcel }: Omit<RowProps, "number">) {
  const { t } = useText()
  const [open, setOpen] = useState<"ship" | "deliver" | null>(null)
  const unpack = useAction("POST /vendor/orders/:id/fulfilments/:fulfilment_id/cancel", CHANGES)
  const params = { id: order.id, fulfilment_id: parcel.id }

  return (
    <div className="flex flex-wrap gap-2">
      {parcel.status === "packed" && (
        <>
          <ActionButton
            run={() => unpack.mutateAsync({ params })}
            confirm={{ title: t("orders.unpack"), hint: t("orders.unpack_hint") }}
          >
            {t("orders.unpack")}
          </ActionButton>
          <Button size="small" onClick={() => setOpen("ship")}>
            {t("orders.ship")}
          </Button>
        </>
      )}
      {parcel.status === "shipped" && (
        <Button size="small" onClick={() => setOpen("deliver")}>
          {t("orders.deliver")}
        </Button>
      )}
      {open === "ship" && <ShipDrawer params={params} onClose={() => setOpen(null)} />}
      {open === "deliver" && <DeliverDrawer params={params} onClose={() => setOpen(null)} />}
    </div>
  )
}
