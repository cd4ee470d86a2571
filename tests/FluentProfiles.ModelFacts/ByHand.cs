namespace FluentProfiles.ModelFacts;

/// <summary>What the library reads and writes by hand, without a type of that form: only the members that it touches.</summary>
internal static class ByHand
{
    /// <summary>A page, as <c>PageReader</c> reads it.</summary>
    public sealed record PageBody(IReadOnlyList<UserProfile> Data, string? NextPage);

    /// <summary>The answer to a delete.</summary>
    public sealed record DeletedBody(string Id);

    /// <summary>The body that asks for an action URL.</summary>
    public sealed record ActionUrlBody(ActionBody Action);

    /// <summary>The action of <see cref="ActionUrlBody"/>.</summary>
    public sealed record ActionBody(string Type);

    /// <summary>The update of data controls, as <c>DataControlsBody</c> writes it.</summary>
    public sealed record DataControlsBody(CmekBody Cmek, StorageBody Storage);

    /// <summary>The change of the keys.</summary>
    public sealed record CmekBody(DataControlType Type, IReadOnlyDictionary<string, string> ExternalKeyIds);

    /// <summary>The change of the storage.</summary>
    public sealed record StorageBody(DataControlType Type, IReadOnlyDictionary<string, BucketReference> Buckets);

    /// <summary>The body of a webhook, as <c>WebhookEventReader</c> reads it.</summary>
    public sealed record WebhookBody(string Id, DateTimeOffset CreatedAt, string Type, WebhookData Data);

    /// <summary>What an event of a profile says.</summary>
    public sealed record WebhookData(
        string Id,
        WebhookEventType Type,
        string OrganizationId,
        string EnforcementActionId
    );
}
