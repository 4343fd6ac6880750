package org.freehep.record.source;

import java.io.IOException;

/** A source that supports nothing until it is overridden. */
public abstract class AbstractRecordSource implements RecordSource {

    /** Make a source without a name. */
    public AbstractRecordSource() {}

    /** Make a source of that name. */
    public AbstractRecordSource(String name) {}

    /** Change the name. */
    public void setName(String name) {
        throw new UnsupportedOperationException();
    }

    /** Return the name. */
    @Override
    public String getName() {
        throw new UnsupportedOperationException();
    }

    /** Return {@code Object.class} unless overridden. */
    @Override
    public Class<?> getRecordClass() {
        throw new UnsupportedOperationException();
    }

    /** Throw unless overridden. */
    @Override
    public long size() {
        throw new UnsupportedOperationException();
    }

    /** Return the size unless overridden. */
    public long getEstimatedSize() {
        throw new UnsupportedOperationException();
    }

    /** Throw unless overridden. */
    public long getCurrentIndex() {
        throw new UnsupportedOperationException();
    }

    /** Do nothing unless overridden. */
    public void releaseRecord() {
        throw new UnsupportedOperationException();
    }

    /** Return false unless overridden. */
    @Override
    public boolean supportsNext() {
        throw new UnsupportedOperationException();
    }

    /** Return false unless overridden. */
    @Override
    public boolean supportsRewind() {
        throw new UnsupportedOperationException();
    }

    /** Return whether next is supported unless overridden. */
    @Override
    public boolean hasNext() {
        throw new UnsupportedOperationException();
    }

    /** Return whether rewinding is supported unless overridden. */
    public boolean hasRewind() {
        throw new UnsupportedOperationException();
    }

    /** Throw unless overridden. */
    @Override
    public void next() throws IOException, NoSuchRecordException {
        throw new UnsupportedOperationException();
    }

    /** Throw unless overridden. */
    @Override
    public void rewind() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Do nothing unless overridden. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
