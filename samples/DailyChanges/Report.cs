using FluentProfiles;

namespace DailyChanges;

internal static class Report
{
    /// <summary>Writes what has changed since the last call, with a line for each change.</summary>
    /// <param name="mirror">Has all profiles.</param>
    /// <param name="tokenFile">Keeps how far the last call has come. The first call creates it.</param>
    /// <param name="output">Receives the lines.</param>
    /// <param name="cancellationToken">Cancels the refresh and the report.</param>
    public static async Task WriteAsync(
        ProfileMirror mirror,
        string tokenFile,
        TextWriter output,
        CancellationToken cancellationToken = default
    )
    {
        await mirror.RefreshAsync(cancellationToken: cancellationToken);
        var token = File.Exists(tokenFile)
            ? await File.ReadAllTextAsync(tokenFile, cancellationToken)
            : await mirror.GetChangesTokenAsync(cancellationToken);
        try
        {
            await foreach (var change in mirror.ChangesAsync(after: token, cancellationToken))
            {
                await output.WriteLineAsync(
                    $"{change.Kind} {change.ProfileId} {string.Join(", ", change.Fields)}".TrimEnd()
                );
                token = change.Token;
            }
        }
        catch (MirrorChangesExpiredException)
        {
            await output.WriteLineAsync("The last report is so old that the changes since then are no longer kept.");
            token = await mirror.GetChangesTokenAsync(cancellationToken);
        }
        await File.WriteAllTextAsync(tokenFile, token, cancellationToken);
    }
}
