package dev.ayatori.corpus.source;

import dev.ayatori.track.Progress;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Counts the bytes Maven's resolver downloads. */
final class DownloadProgress extends AbstractTransferListener {
    private final Progress progress;

    DownloadProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        progress.advance(event.getDataLength());
    }
}
