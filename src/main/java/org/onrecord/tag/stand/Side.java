package org.onrecord.tag.stand;

import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;

/** What one speaker's statements of a text say on one issue, taken together. */
record Side(ActorId actor, IssueId issue) {}
