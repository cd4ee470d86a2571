using System.Text.Json;
using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Decisions;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Rendering;
using FluentProfiles.Emulator.Webhooks;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Commands;

/// <summary>What a test in any language tells the emulator over HTTP, below <c>/emulator</c>. It is no part of the service: such
/// requests are neither logged nor intercepted, and no fault befalls them.</summary>
internal sealed class CommandHandler(ServiceDecisions decisions, WebhookSender webhooks, RandomIds ids, string? apiKey)
{
    private const string Root = "/emulator/";

    private static readonly EmulatorResponse NoContent = new() { Status = 204 };
    private static readonly ProfileView View = new(ApiRevision.Current, Whole: true);
    private static readonly ObjectWriter<EnforcementAction> ActionWriter = new(View);

    public static bool Handles(EmulatorRequest request) =>
        request.PathAndQuery.StartsWith(Root, StringComparison.Ordinal);

    public async Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken ct)
    {
        var requestId = ids.Next("req_01");
        try
        {
            RequestChecks.ThrowIfTooLarge(request);
            RequestChecks.ThrowIfUnauthenticated(request, apiKey);
            var path = PathOf(request).Split('/').Select(Uri.UnescapeDataString).ToArray();
            switch (request.Method, path)
            {
                case ("PUT", ["webhooks"]):
                    Redirect(BodyReader.ObjectOf(request.Body));
                    return NoContent;
                case ("POST", ["webhooks", "flush"]):
                    await webhooks.FlushAsync(ct).ConfigureAwait(false);
                    return NoContent;
                default:
                    return Answer.Of(200, requestId, Decide(request, path));
            }
        }
        catch (ServiceError error)
        {
            return Answer.Of(error, requestId);
        }
    }

    /// <summary>The path below the root. No command has parameters, so a query means nothing.</summary>
    private static string PathOf(EmulatorRequest request) => request.PathAndQuery[Root.Length..].Split('?')[0];

    private Action<Utf8JsonWriter> Decide(EmulatorRequest request, string[] path) =>
        (request.Method, path) switch
        {
            ("POST", ["user_profiles", var id, "enforcement_actions"]) => Open(id, request.Body),
            ("DELETE", ["user_profiles", var id, "enforcement_actions", var action]) => Show(
                decisions.Resolve(id, action)
            ),
            ("POST", ["user_profiles", var id, "programs", var program]) => Show(
                decisions.SetProgramStatus(id, program, OnlyMember(BodyReader.ObjectOf(request.Body), "status"))
            ),
            _ => throw ServiceError.NotFound("The emulator has no such command."),
        };

    private Action<Utf8JsonWriter> Open(string id, string body)
    {
        var action = decisions.Open(id, body.Length == 0 ? null : ActionReader.Read(BodyReader.ObjectOf(body)));
        return json => ActionWriter.Write(json, action);
    }

    private void Redirect(JsonElement body)
    {
        var url = OnlyMember(body, "url");
        try
        {
            webhooks.Url = url;
        }
        catch (ArgumentException error)
        {
            throw ServiceError.Invalid(error.Message);
        }
    }

    /// <summary>The one member of a body: a string or null.</summary>
    private static string? OnlyMember(JsonElement body, string name)
    {
        BodyReader.ThrowIfUnknown(body, "", name);
        return body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? value.GetString()
            : throw ServiceError.Invalid($"{name}: a string or null is required");
    }

    private static Action<Utf8JsonWriter> Show(UserProfile profile) => json => ProfileWriter.Write(json, profile, View);
}
