/** Training of the OpenNLP models, and of how far stands are to be trusted, from annotated articles. */
@NullMarked
package org.onrecord.tag.train;

import org.jspecify.annotations.NullMarked;
