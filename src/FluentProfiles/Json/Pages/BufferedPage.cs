namespace FluentProfiles.Json.Pages;

/// <summary>A page whose body and places are kept until its profiles have been looked at.</summary>
/// <param name="buffer">The places.</param>
/// <param name="nextCursor">The cursor of the page that follows, or null.</param>
/// <param name="body">The body.</param>
/// <param name="reader">Reads the rest of a profile, and takes the places back.</param>
internal sealed class BufferedPage(ProfileBuffer buffer, string? nextCursor, IPageBody body, PageReader reader)
    : Page(buffer.Profiles, nextCursor, body.Response, body.Body.Length)
{
    private bool isDisposed;

    public override UserProfile Complete(int index)
    {
        if (buffer.Starts.Count == 0)
            return buffer.Profiles[index];
        var profile = reader.Complete(buffer, index, body);
        if (Completed is var (fields, check) && reader.CompletedFields.Contains(fields))
            check(profile, this);
        return profile;
    }

    public override void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        reader.Return(buffer);
        body.Dispose();
    }
}
