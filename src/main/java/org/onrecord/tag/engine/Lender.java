package org.onrecord.tag.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lends what keeps working state, as OpenNLP's engines do, to one thread at a time; makes another when all are out. */
final class Lender<T> {
    private final Supplier<T> maker;
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();

    Lender(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Does some work with one that no other thread has. */
    <A> A with(Function<T, A> work) {
        T free = idle.poll();
        T lent = free != null ? free : maker.get();
        A answer = work.apply(lent);
        idle.add(lent);
        return answer;
    }
}
