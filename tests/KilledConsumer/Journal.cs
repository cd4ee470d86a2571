using System.Text;

namespace FluentProfiles.Tests.KilledConsumer;

/// <summary>A file of lines, each the token after a page and the page's items. A line is written at once; one without its end,
/// of a process that was killed, does not count.</summary>
public sealed class Journal : IDisposable
{
    private const string End = "-";

    private readonly FileStream file;
    private readonly List<string> lines;

    public Journal(string path)
    {
        file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        using var reader = new StreamReader(file, Encoding.ASCII, false, 4096, leaveOpen: true);
        var text = reader.ReadToEnd();
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        file.SetLength(whole.Length);
        file.Seek(0, SeekOrigin.End);
        lines = [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Where to go on; null for the beginning.</summary>
    public string? Token => lines.Count == 0 ? null : lines[^1].Split(' ')[0];

    public bool IsComplete => Token == End;

    /// <summary>What the pages gave, in order.</summary>
    public IEnumerable<string> Items => lines.SelectMany(line => line.Split(' ').Skip(1));

    public void Save(IEnumerable<string> items, string? token)
    {
        var line = string.Join(' ', [token ?? End, .. items]);
        lines.Add(line);
        file.Write(Encoding.ASCII.GetBytes(line + "\n"));
    }

    public void Dispose() => file.Dispose();
}
