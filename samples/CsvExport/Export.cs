using System.Text;
using FluentProfiles;

namespace CsvExport;

/// <summary>Writes a page to the file, then notes how far the file and the listing are: what a crash leaves between the two is
/// cut off when the next run takes up.</summary>
internal sealed class Export(IProfilesClient client, string path)
{
    private readonly Bookmark bookmark = new(path + ".resume");

    /// <returns>The rows of this run.</returns>
    public async Task<int> RunAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        // The oldest first: what is created meanwhile comes at the end, and the dates say how far the export is.
        var profiles = client.Query().OrderBy(p => p.CreatedAt);
        var (token, length) = await bookmark.ReadAsync(cancellationToken);
        var timeline = await Timeline.OfAsync(profiles, cancellationToken);

        await using var file = await OpenAsync(length, cancellationToken);
        var rows = 0;
        await foreach (var page in profiles.ResumeFrom(token).AsPages().WithCancellation(cancellationToken))
        {
            // A page that has been read is written whole: a half one could not be taken up.
            await file.WriteAsync(Encoding.UTF8.GetBytes(Csv.Rows(page.Items)), CancellationToken.None);
            await file.FlushAsync(CancellationToken.None);
            if (page.ResumeToken is not null)
                await bookmark.WriteAsync(page.ResumeToken, file.Length);
            rows += page.Items.Count;
            progress.Report(page.Items is [.., var last] ? timeline.ShareAt(last.CreatedAt) : 1);
        }
        bookmark.Delete();
        return rows;
    }

    private async Task<FileStream> OpenAsync(long length, CancellationToken cancellationToken)
    {
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write);
        file.SetLength(length);
        file.Seek(length, SeekOrigin.Begin);
        if (length == 0)
            await file.WriteAsync(Encoding.UTF8.GetBytes(Csv.Header), cancellationToken);
        return file;
    }
}
