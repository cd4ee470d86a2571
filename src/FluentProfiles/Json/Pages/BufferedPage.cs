namespace FluentProfiles.Json.Pages;

/// <summary>A page whose JSON and objects are kept until its profiles have been examined.</summary>
/// <param name="buffer">The objects.</param>
/// <param name="nextCursor">The cursor of the page that follows, or null.</param>
/// <param name="origin">The JSON.</param>
/// <param name="reader">Reads the rest of a profile, and reuses the objects.</param>
internal sealed class BufferedPage(ProfileBuffer buffer, string? nextCursor, IJsonOrigin origin, PageReader reader)
    : Page(buffer.Profiles, nextCursor, origin.Response, origin.Bytes)
{
    private bool isDisposed;

    public override UserProfile Complete(int index)
    {
        if (!buffer.IsFirstLook)
            return buffer.Profiles[index];
        var profile = reader.Complete(buffer, index, origin);
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
        origin.Dispose();
    }
}
