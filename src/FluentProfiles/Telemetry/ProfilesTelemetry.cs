using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FluentProfiles.Telemetry;

/// <summary>The library's source of spans and its meter, both named <c>FluentProfiles</c>. Where nobody listens, neither costs
/// an allocation.</summary>
internal static class ProfilesTelemetry
{
    /// <summary>The attribute of spans that has the tag of a query or a call. It is on no metric, where each value would be
    /// a series of its own.</summary>
    public const string TagOfSpan = "fluentprofiles.tag";

    private const string Name = "FluentProfiles";

    private static readonly string Version = typeof(ProfilesTelemetry).Assembly.GetName().Version!.ToString(3);

    private static readonly Meter Meter = new(Name, Version);

    public static readonly ActivitySource Spans = new(Name, Version);

    public static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "fluentprofiles.requests",
        "{request}",
        "Requests that have ended, retries included."
    );

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "fluentprofiles.retries",
        "{request}",
        "Requests that are retries."
    );

    public static readonly Counter<long> Read = Meter.CreateCounter<long>(
        "fluentprofiles.profiles.read",
        "{profile}",
        "Profiles read from the service by queries."
    );

    public static readonly Counter<long> Returned = Meter.CreateCounter<long>(
        "fluentprofiles.profiles.returned",
        "{item}",
        "Items that queries returned."
    );

    public static readonly Counter<long> Bytes = Meter.CreateCounter<long>(
        "fluentprofiles.bytes",
        "By",
        "Bytes of responses, decompressed."
    );

    /// <summary>What <c>error.type</c> says of a failure: a status, or the type of an exception.</summary>
    public static string ErrorType(Exception failure) =>
        failure is ProfilesApiException refusal
            ? ((int)refusal.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : failure.GetType().FullName!;
}
