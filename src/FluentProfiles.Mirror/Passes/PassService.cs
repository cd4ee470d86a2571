using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Mirror.Storing.Moments;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Telemetry;
using FluentProfiles.Model.Profiles;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Mirror.Passes;

/// <summary>The requests of one pass. They go through the background client of the mirror, so they yield to the application's.</summary>
/// <param name="service">The background client.</param>
/// <param name="reader">Reads answers as rows.</param>
/// <param name="seen">The moment of each reading.</param>
/// <param name="certain">Waits before each request while another process may have the lease; null where no lease is needed.</param>
internal sealed class PassService(
    ServiceClient service,
    ProfileRowReader reader,
    SeenMoment seen,
    Func<CancellationToken, Task>? certain = null
)
{
    private const int LookUpsAtOnce = 8;

    public static readonly ProfileFilter Status = ProfileSchema.FieldOf(nameof(UserProfile.EnforcementStatus)).Filter!;

    private readonly RequestBudget budget = new(most: null);

    private readonly RequestScope scope = new(service.Settings.Betas, service.Settings.Workspace)
    {
        Settings = RequestSettings.Default with { Tag = MirrorTelemetry.RequestTag },
    };

    /// <summary>The statuses that a sweep reads: all but the usual one that this version knows.</summary>
    public static IReadOnlyList<string> SweptStatuses { get; } =
    [.. Status.KnownTexts.Where(text => text != EnforcementStatus.Values.Unrestricted)];

    public SeenMoment Seen => seen;

    /// <summary>The requests sent, including retries.</summary>
    public long Sent => budget.Sent;

    /// <summary>The pages of a kind of pass, from the first.</summary>
    public ServicePages PagesOf(MirrorPassKind kind) =>
        new(
            new(
                PageLimits.Largest,
                ServiceOrder.Default,
                kind == MirrorPassKind.Statuses ? FilterValues.Of(Status, SweptStatuses) : FilterValues.None
            ),
            this,
            reader
        );

    public async ValueTask<ServiceAnswer> SendAsync(
        Endpoint endpoint,
        string query,
        CancellationToken cancellationToken
    )
    {
        await WaitAsync(cancellationToken).ConfigureAwait(false);
        return await service.SendAsync(Of(endpoint.Call(scope, query)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads profiles by id, some at once. Null for one that the service does not have.</summary>
    public async Task<IReadOnlyList<ProfileRow?>> ReadAsync(
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var rows = new ProfileRow?[ids.Count];
        await Parallel
            .ForAsync(
                0,
                ids.Count,
                new ParallelOptions { MaxDegreeOfParallelism = LookUpsAtOnce, CancellationToken = cancellationToken },
                async (place, token) => rows[place] = await ReadAsync(ids[place], token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return rows;
    }

    /// <inheritdoc cref="KeyPrint.OfAsync"/>
    public Task<string> KeyPrintAsync(CancellationToken cancellationToken) =>
        KeyPrint.OfAsync(service.Settings, cancellationToken);

    private async Task<ProfileRow?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        // An event may name a text that no request can ask for.
        if (!ProfileId.CanBeAskedFor(id))
            return null;
        await WaitAsync(cancellationToken).ConfigureAwait(false);
        var moment = seen.Latest;
        try
        {
            return await service
                .ReadAsync(
                    Of(Endpoint.Get.Call(id, scope)),
                    answer => reader.ReadProfile(answer, id, moment),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent) when (absent.IsOfService)
        {
            return null;
        }
    }

    private Task WaitAsync(CancellationToken cancellationToken) =>
        certain?.Invoke(cancellationToken) ?? Task.CompletedTask;

    // As the requests of a query: without a limit for the whole, since the service may ask for waits.
    private ServiceCall Of(ServiceCall call) => call with { IsOfQuery = true, Budget = budget };
}
