using FluentProfiles.Json.Comparing;

namespace FluentProfiles;

/// <summary>Compares profiles by their content. In contrast, <see cref="object.Equals(object)"/> of a profile compares
/// references.</summary>
public sealed class UserProfileComparer : IEqualityComparer<UserProfile>
{
    private UserProfileComparer() { }

    /// <summary>A comparer of every member of the profiles and their parts, including <c>AdditionalProperties</c>. The
    /// order of pairs in a map is ignored, but the order of a list is not. Times are equal if they are the same
    /// instant.</summary>
    public static UserProfileComparer Content { get; } = new();

    /// <inheritdoc/>
    public bool Equals(UserProfile? x, UserProfile? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && Differences(x, y).Count == 0);

    /// <inheritdoc/>
    public int GetHashCode(UserProfile obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return HashCode.Combine(obj.Id, obj.Name, obj.UpdatedAt);
    }

    /// <summary>Returns the members that differ, by name; empty if the contents are equal. In a test,
    /// <c>Assert.Empty(UserProfileComparer.Content.Differences(expected, actual))</c> shows them when it
    /// fails.</summary>
    /// <param name="before">The first profile, or the expected one.</param>
    /// <param name="after">The second profile, or the actual one.</param>
    public IReadOnlyList<FieldChange> Differences(UserProfile before, UserProfile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (left, right) = (ProfileContent.Of(before), ProfileContent.Of(after));
        return
        [
            .. left
                .Keys.Union(right.Keys)
                .Order(StringComparer.Ordinal)
                .Select(member => Change(member, ValueOf(left, member), ValueOf(right, member)))
                .OfType<FieldChange>(),
        ];
    }

    // The quotes are shown only where nothing else differs: the text "5" and the number.
    private static FieldChange? Change(string member, ContentValue? before, ContentValue? after) =>
        before == after ? null
        : before?.Text == after?.Text ? new(member, before?.Quoted, after?.Quoted)
        : new(member, before?.Text, after?.Text);

    private static ContentValue? ValueOf(Dictionary<string, ContentValue> values, string member) =>
        values.TryGetValue(member, out var value) ? value : null;
}
