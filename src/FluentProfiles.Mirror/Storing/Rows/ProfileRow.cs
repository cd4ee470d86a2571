namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>A profile as the mirror stores it.</summary>
/// <param name="Profile">The profile, read from <paramref name="Json"/>.</param>
/// <param name="Json">The JSON without the members that are not stored.</param>
/// <param name="Hash">The hash of the members that the model knows, then that of the JSON.</param>
/// <param name="RequestedAt">The latest moment that was seen in the database before the request was sent.</param>
internal sealed record ProfileRow(UserProfile Profile, byte[] Json, byte[] Hash, DateTimeOffset RequestedAt)
{
    public string Id => Profile.Id;

    /// <summary>To the microsecond, as the database has it.</summary>
    public DateTimeOffset CreatedAt { get; } = Model.Columns.Microseconds.Floor(Profile.CreatedAt);

    /// <summary>True for a reading that was requested after the stored row was written. Of another one nobody knows which is the later
    /// state.</summary>
    public bool IsAfter(StoredRow stored) => RequestedAt >= stored.StoredAt;

    /// <summary>True where the stored row has the same content, as far as the model knows it.</summary>
    public bool IsSameAs(StoredRow stored) =>
        Hash.AsSpan(0, CanonicalForm.KnownLength)
            .SequenceEqual(stored.Hash.AsSpan(0, Math.Min(CanonicalForm.KnownLength, stored.Hash.Length)));

    /// <summary>True where the stored row has the same JSON, with the members that the model does not know.</summary>
    public bool IsIdenticalTo(StoredRow stored) => Hash.AsSpan().SequenceEqual(stored.Hash);
}
