using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentProfiles.Emulator;
using Probe;
using Probe.Reporting;
using Probe.Wire;

namespace FluentProfiles.Samples.Tests.Probe;

/// <summary>An emulator that the probe runs against, and ways to break what it answers.</summary>
internal sealed class ProbedService : IDisposable
{
    private readonly HttpClient http;

    // Pages under a filter are short and empty, and some profiles have no name.
    public ProbedService(int count = 260)
    {
        Emulator = ProfileEmulator.Create(new() { Count = count, ExaminedPerPage = 40 });
        http = new(Emulator.CreateHandler());
    }

    public ProfileEmulator Emulator { get; }

    public ProbeRun Run(bool write = true) =>
        new(
            new ServiceWire(http, new() { BaseUrl = Emulator.BaseUrl, ApiKey = "any-key" }),
            new(write),
            TimeProvider.System
        );

    public Task<ProbeReport> ProbeAsync(bool write = true) => Run(write).RunAsync(default);

    /// <summary>Changes the answers to requests that a pattern matches ("POST …", "GET …?…").</summary>
    public void Break(string pattern, Func<EmulatorRequest, EmulatorResponse?> answer) =>
        Emulator.Intercept = request =>
            Regex.IsMatch($"{request.Method} {request.PathAndQuery}", pattern) ? answer(request) : null;

    /// <summary>Has the emulator answer another request.</summary>
    public void Redirect(string pattern, Func<string, string> target) =>
        Break(pattern, request => Emulator.Answer(request with { PathAndQuery = target(request.PathAndQuery) }));

    /// <summary>Changes the body of the emulator's own answers.</summary>
    public void Edit(string pattern, Action<JsonObject> edit) =>
        Break(
            pattern,
            request =>
            {
                var answer = Emulator.Answer(request);
                if (answer.Status != 200)
                    return answer;
                var body = JsonNode.Parse(answer.Body.Span)!.AsObject();
                edit(body);
                return EmulatorResponse.Json(200, body.ToJsonString()).WithHeader("request-id", "req_edited");
            }
        );

    /// <summary>Changes the profiles of pages.</summary>
    public void EditPages(string pattern, Action<JsonArray> edit) =>
        Edit(pattern, page => edit(page["data"]!.AsArray()));

    public void Dispose() => http.Dispose();
}
