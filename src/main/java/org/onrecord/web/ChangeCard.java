package org.onrecord.web;

/** A change of side: who, what was said before and after, and the chance in a hundred that both were read right. */
record ChangeCard(ActorLink actor, StatementLine before, StatementLine after, long confidence) {}
