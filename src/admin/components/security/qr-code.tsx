import { create } from "qrcode"
import { useMemo } from "react"
import { QUIET_SQUARES, qrPath } from "../../lib/qr-path"

/** Dark on white whatever the theme: a camera looks at it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, side } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: "M" })
    const squares = {
      size: modules.size,
      get: (row: number, column: number) => modules.get(row, column),
    }

    return { path: qrPath(squares), side: modules.size + 2 * QUIET_SQUARES }
  }, [text])

  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-52 rounded-md border border-ui-border-base bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
