using System.Globalization;
using System.Text;
using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Store;

namespace FluentProfiles.Emulator.Faults;

/// <summary>Answers requests, but for those that something befalls.</summary>
internal sealed class FaultyHandler(
    RequestHandler handler,
    ProfileStore store,
    EmulatorFaults faults,
    TimeProvider time
)
{
    private readonly FaultShares shares = new(faults);
    private readonly FaultDice allDice = new(faults.Seed);

    /// <exception cref="HttpRequestException">The connection is to be reset.</exception>
    public EmulatorResponse Handle(EmulatorRequest request)
    {
        var dice = allDice.Of(request.Method, request.PathAndQuery);
        var (kind, status) = shares.At(dice.Share());
        var delay = dice.Share() < faults.Delayed ? faults.Delay : TimeSpan.Zero;
        if (IsList(request))
            ChangeProfiles(ref dice);
        var response = kind == FaultKind.Refusal ? Refusal(status) : handler.Handle(request);
        return Spoil(response, kind, request, ref dice) with { Delay = delay };
    }

    private EmulatorResponse Refusal(int status) =>
        faults.RefusalHeaders.Aggregate(
            EmulatorResponse.Error(status, ServiceError.TypeOf(status), "A fault of the emulator."),
            (refusal, header) => refusal.WithHeader(header.Key, header.Value)
        );

    private void ChangeProfiles(ref Dice dice)
    {
        if (dice.Share() < faults.Created)
            store.Add(id =>
                new()
                {
                    Id = id,
                    Name = "Created meanwhile",
                    CreatedAt = Now(),
                    UpdatedAt = Now(),
                }
            );
        if (dice.Share() < faults.Deleted && store.Pick(dice.Next()) is { } profile)
            store.Delete(profile.Id);
    }

    private static EmulatorResponse Spoil(
        EmulatorResponse response,
        FaultKind kind,
        EmulatorRequest request,
        ref Dice dice
    ) =>
        kind switch
        {
            FaultKind.ResetBefore => throw new HttpRequestException("A fault of the emulator."),
            FaultKind.ResetWithin => response with { BreakAfter = Within(response, ref dice) },
            FaultKind.ResetAfter => response with { BreakAfter = response.Body.Length },
            FaultKind.Truncated => response.WithHeader(
                "Content-Length",
                response.Body.Length.ToString(CultureInfo.InvariantCulture)
            ) with
            {
                Body = response.Body[..Within(response, ref dice)],
            },
            FaultKind.WrongContent => EmulatorResponse.Text(200, "<html><body>Sign in to the network</body></html>"),
            FaultKind.RepeatedCursor => Repeat(response, request),
            _ => response,
        };

    private static int Within(EmulatorResponse response, ref Dice dice) =>
        dice.Below(Math.Max(1, response.Body.Length));

    private static EmulatorResponse Repeat(EmulatorResponse response, EmulatorRequest request)
    {
        var body = Encoding.UTF8.GetString(response.Body.Span);
        var end = body.LastIndexOf("\"next_page\":", StringComparison.Ordinal);
        return end < 0 || CursorOf(request) is not { } cursor
            ? response
            : response with
            {
                Body = Encoding.UTF8.GetBytes($"{body[..end]}\"next_page\":\"{cursor}\"}}"),
            };
    }

    private static string? CursorOf(EmulatorRequest request) => Route.Of(request.PathAndQuery).Query.Single("page");

    private static bool IsList(EmulatorRequest request) =>
        request.Method == "GET" && request.PathAndQuery.Split('?')[0] == Route.Root;

    private DateTimeOffset Now() => time.GetUtcNow();
}
