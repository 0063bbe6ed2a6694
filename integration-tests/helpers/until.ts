/** Waits for what is written beside or after an answer. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await holds()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(await holds()).toBe(true)
}
