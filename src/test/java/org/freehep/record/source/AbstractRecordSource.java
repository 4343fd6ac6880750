package org.freehep.record.source;

import java.io.IOException;

/** Stands in for the host's type in tests, with a body. */
public abstract class AbstractRecordSource implements RecordSource {

    private String name;

    public AbstractRecordSource() {}

    public AbstractRecordSource(String name) {
        this.name = name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Class<?> getRecordClass() {
        return Object.class;
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException();
    }

    public long getEstimatedSize() {
        return size();
    }

    public long getCurrentIndex() {
        throw new UnsupportedOperationException();
    }

    public void releaseRecord() {}

    @Override
    public boolean supportsNext() {
        return false;
    }

    @Override
    public boolean supportsRewind() {
        return false;
    }

    @Override
    public boolean hasNext() {
        return supportsNext();
    }

    public boolean hasRewind() {
        return supportsRewind();
    }

    @Override
    public void next() throws IOException, NoSuchRecordException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rewind() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
