namespace CsvExport;

/// <summary>Where an export stands: the query's token, and the length of the file that belongs to it.</summary>
internal sealed class Bookmark(string path)
{
    /// <summary>The token and the length; null and 0 where there is nothing to take up.</summary>
    public async Task<(string? Token, long Length)> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return (null, 0);
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        return (lines[0], long.Parse(lines[1]));
    }

    /// <summary>Replaces the file in one step: a crash leaves the old one or the new one.</summary>
    public async Task WriteAsync(string token, long length)
    {
        await File.WriteAllLinesAsync(path + ".new", [token, $"{length}"]);
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Delete() => File.Delete(path);
}
