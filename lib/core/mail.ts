/** A letter to one person, worded already. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands letters to whoever carries them. */
export interface Mailer {
  /** Resolves once the letter was taken over; rejects when nobody would take it. */
  send(mail: Mail): Promise<void>;
}
