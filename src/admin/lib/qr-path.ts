type Squares = { size: number; get: (row: number, column: number) => number }

/** Without an empty edge of four squares around it no camera finds a code. */
export const QUIET_SQUARES = 4

/** The dark squares of a QR code as one path: each run of them in a row is one rectangle. */
export function qrPath({ size, get }: Squares): string {
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    let start: number | null = null
    for (let column = 0; column <= size; column += 1) {
      const isDark = column < size && Boolean(get(row, column))
      if (isDark && start === null) {
        start = column
      }
      if (!isDark && start !== null) {
        const width = column - start
        runs.push(`M${start + QUIET_SQUARES} ${row + QUIET_SQUARES}h${width}v1h-${width}z`)
        start = null
      }
    }
  }

  return runs.join("")
}
