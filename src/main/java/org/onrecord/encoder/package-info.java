/**
 * Text to signals: a small fine-tuned transformer encoder reads a text once and says, with chances, which words are names,
 * who is the source of which words, what is done by saying them and where it places the speaker, which words tell of policy
 * events and which are figures. The only package that knows ONNX Runtime.
 *
 * <p>{@link org.onrecord.encoder.Encoder} cuts the text into {@code Words}, each into {@code WordPieces}, lays
 * {@code Windows} of some 400 pieces over them, runs the network on each and reads {@link org.onrecord.encoder.Signals} off
 * its outputs. It knows neither registry nor rules: what the signals mean for actors is for package {@code tag} to say. The
 * network is trained by {@code src/train/encoder}; its card is {@code MODEL.md} beside the weights.
 */
@NullMarked
package org.onrecord.encoder;

import org.jspecify.annotations.NullMarked;
