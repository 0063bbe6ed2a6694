/** As it goes to the event bus. */
export type OutgoingMessage = { name: string; data: Record<string, unknown> & { event_id: string } }
