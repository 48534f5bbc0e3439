declare namespace App {
  interface Locals {
    /** Who has signed in; only on admin pages. */
    session?: import('../../core/auth/session.ts').Session;
  }
}
