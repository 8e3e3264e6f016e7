/** What finds candidates in a text: the fine-tuned encoder, or rules with small OpenNLP models. */
@NullMarked
package org.onrecord.tag.engine;

import org.jspecify.annotations.NullMarked;
