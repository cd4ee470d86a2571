namespace FluentProfiles.Json;

/// <summary>Some profiles of a page.</summary>
/// <param name="page">The page, which this one owns.</param>
/// <param name="indices">Which of its profiles.</param>
internal sealed class PartialPage(Page page, int[] indices)
    : Page([.. indices.Select(index => page.Profiles[index])], page.NextCursor, page.RequestId, page.Bytes)
{
    public override UserProfile Complete(int index) => page.Complete(indices[index]);

    public override void Dispose() => page.Dispose();
}
