import { create } from "qrcode"
import { QUIET_SQUARES, qrPath } from "../qr-path"

const drawn = (rows: string[]) => ({
  size: rows.length,
  get: (row: number, column: number) => Number(rows[row]?.[column] === "#"),
})

describe("the drawing of a QR code", () => {
  it("joins the dark squares of a row, and keeps the edge free", () => {
    expect(qrPath(drawn(["##.", "...", "#.#"]))).toBe("M4 4h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z")
  })

  it("draws every dark square of a real code once", () => {
    const { modules } = create("otpauth://totp/Merkato:ada@example.com?secret=JBSWY3DPEHPK3PXP", {
      errorCorrectionLevel: "M",
    })
    const { size } = modules
    const drawnSquares = [...qrPath(squaresOf(modules)).matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(
      ([, x, y, width]) =>
        Array.from(
          { length: Number(width) },
          (_, step) => (Number(y) - QUIET_SQUARES) * size + Number(x) - QUIET_SQUARES + step
        )
    )
    const dark = Array.from(modules.data, (value, index) => (value ? index : -1)).filter(
      (index) => index >= 0
    )

    expect(drawnSquares).toEqual(dark)
  })
})

const squaresOf = (modules: ReturnType<typeof create>["modules"]) => ({
  size: modules.size,
  get: (row: number, column: number) => modules.get(row, column),
})
