package ferlive.app.doctor;

/** Looks at one thing. May throw whatever that thing throws, errors too, or hang. */
interface Check {
  Finding run();
}
