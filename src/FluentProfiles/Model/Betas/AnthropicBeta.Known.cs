namespace FluentProfiles;

// The betas that this version knows. Planner and analyzer read the attributes; a test holds each text against its member.
public readonly partial struct AnthropicBeta
{
    /// <summary>The beta <c>message-batches-2024-09-24</c>.</summary>
    [KnownBeta("message-batches-2024-09-24")]
    public static AnthropicBeta MessageBatches2024_09_24 => "message-batches-2024-09-24";

    /// <summary>The beta <c>prompt-caching-2024-07-31</c>.</summary>
    [KnownBeta("prompt-caching-2024-07-31")]
    public static AnthropicBeta PromptCaching2024_07_31 => "prompt-caching-2024-07-31";

    /// <summary>The beta <c>computer-use-2024-10-22</c>.</summary>
    [KnownBeta("computer-use-2024-10-22")]
    public static AnthropicBeta ComputerUse2024_10_22 => "computer-use-2024-10-22";

    /// <summary>The beta <c>computer-use-2025-01-24</c>.</summary>
    [KnownBeta("computer-use-2025-01-24")]
    public static AnthropicBeta ComputerUse2025_01_24 => "computer-use-2025-01-24";

    /// <summary>The beta <c>pdfs-2024-09-25</c>.</summary>
    [KnownBeta("pdfs-2024-09-25")]
    public static AnthropicBeta Pdfs2024_09_25 => "pdfs-2024-09-25";

    /// <summary>The beta <c>token-counting-2024-11-01</c>.</summary>
    [KnownBeta("token-counting-2024-11-01")]
    public static AnthropicBeta TokenCounting2024_11_01 => "token-counting-2024-11-01";

    /// <summary>The beta <c>token-efficient-tools-2025-02-19</c>.</summary>
    [KnownBeta("token-efficient-tools-2025-02-19")]
    public static AnthropicBeta TokenEfficientTools2025_02_19 => "token-efficient-tools-2025-02-19";

    /// <summary>The beta <c>output-128k-2025-02-19</c>.</summary>
    [KnownBeta("output-128k-2025-02-19")]
    public static AnthropicBeta Output128k2025_02_19 => "output-128k-2025-02-19";

    /// <summary>The beta <c>files-api-2025-04-14</c>.</summary>
    [KnownBeta("files-api-2025-04-14")]
    public static AnthropicBeta FilesApi2025_04_14 => "files-api-2025-04-14";

    /// <summary>The beta <c>mcp-client-2025-04-04</c>.</summary>
    [KnownBeta("mcp-client-2025-04-04")]
    public static AnthropicBeta McpClient2025_04_04 => "mcp-client-2025-04-04";

    /// <summary>The beta <c>mcp-client-2025-11-20</c>.</summary>
    [KnownBeta("mcp-client-2025-11-20")]
    public static AnthropicBeta McpClient2025_11_20 => "mcp-client-2025-11-20";

    /// <summary>The beta <c>dev-full-thinking-2025-05-14</c>.</summary>
    [KnownBeta("dev-full-thinking-2025-05-14")]
    public static AnthropicBeta DevFullThinking2025_05_14 => "dev-full-thinking-2025-05-14";

    /// <summary>The beta <c>interleaved-thinking-2025-05-14</c>.</summary>
    [KnownBeta("interleaved-thinking-2025-05-14")]
    public static AnthropicBeta InterleavedThinking2025_05_14 => "interleaved-thinking-2025-05-14";

    /// <summary>The beta <c>code-execution-2025-05-22</c>.</summary>
    [KnownBeta("code-execution-2025-05-22")]
    public static AnthropicBeta CodeExecution2025_05_22 => "code-execution-2025-05-22";

    /// <summary>The beta <c>extended-cache-ttl-2025-04-11</c>.</summary>
    [KnownBeta("extended-cache-ttl-2025-04-11")]
    public static AnthropicBeta ExtendedCacheTtl2025_04_11 => "extended-cache-ttl-2025-04-11";

    /// <summary>The beta <c>context-1m-2025-08-07</c>.</summary>
    [KnownBeta("context-1m-2025-08-07")]
    public static AnthropicBeta Context1m2025_08_07 => "context-1m-2025-08-07";

    /// <summary>The beta <c>context-management-2025-06-27</c>.</summary>
    [KnownBeta("context-management-2025-06-27")]
    public static AnthropicBeta ContextManagement2025_06_27 => "context-management-2025-06-27";

    /// <summary>The beta <c>model-context-window-exceeded-2025-08-26</c>.</summary>
    [KnownBeta("model-context-window-exceeded-2025-08-26")]
    public static AnthropicBeta ModelContextWindowExceeded2025_08_26 => "model-context-window-exceeded-2025-08-26";

    /// <summary>The beta <c>skills-2025-10-02</c>.</summary>
    [KnownBeta("skills-2025-10-02")]
    public static AnthropicBeta Skills2025_10_02 => "skills-2025-10-02";

    /// <summary>The beta <c>fast-mode-2026-02-01</c>.</summary>
    [KnownBeta("fast-mode-2026-02-01")]
    public static AnthropicBeta FastMode2026_02_01 => "fast-mode-2026-02-01";

    /// <summary>The beta <c>output-300k-2026-03-24</c>.</summary>
    [KnownBeta("output-300k-2026-03-24")]
    public static AnthropicBeta Output300k2026_03_24 => "output-300k-2026-03-24";

    /// <summary>The beta that chooses the profile shape of 2026-03-24.</summary>
    [KnownBeta(
        "user-profiles-2026-03-24",
        Shape = ApiRevision.V2026_03_24,
        SupersededBy = "user-profiles-2026-08-18",
        ConcernsProfiles = true
    )]
    public static AnthropicBeta UserProfiles2026_03_24 => "user-profiles-2026-03-24";

    /// <summary>The beta that chooses the profile shape of 2026-08-18.</summary>
    [KnownBeta(
        "user-profiles-2026-08-18",
        Shape = ApiRevision.V2026_08_18,
        SupersededBy = "user-profiles-2026-09-04",
        ConcernsProfiles = true
    )]
    public static AnthropicBeta UserProfiles2026_08_18 => "user-profiles-2026-08-18";

    /// <summary>The beta that chooses the profile shape of 2026-09-04.</summary>
    [KnownBeta("user-profiles-2026-09-04", Shape = ApiRevision.V2026_09_04, SupersededBy = "", ConcernsProfiles = true)]
    public static AnthropicBeta UserProfiles2026_09_04 => "user-profiles-2026-09-04";

    /// <summary>The beta for the billing of user profiles. It does not choose a shape.</summary>
    [KnownBeta("user-profiles-billing-2026-10-01", ConcernsProfiles = true)]
    public static AnthropicBeta UserProfilesBilling2026_10_01 => "user-profiles-billing-2026-10-01";

    /// <summary>The beta <c>advisor-tool-2026-03-01</c>.</summary>
    [KnownBeta("advisor-tool-2026-03-01")]
    public static AnthropicBeta AdvisorTool2026_03_01 => "advisor-tool-2026-03-01";

    /// <summary>The beta <c>managed-agents-2026-04-01</c>.</summary>
    [KnownBeta("managed-agents-2026-04-01")]
    public static AnthropicBeta ManagedAgents2026_04_01 => "managed-agents-2026-04-01";

    /// <summary>The beta <c>dreaming-2026-04-21</c>.</summary>
    [KnownBeta("dreaming-2026-04-21")]
    public static AnthropicBeta Dreaming2026_04_21 => "dreaming-2026-04-21";

    /// <summary>The beta <c>thinking-token-count-2026-05-13</c>.</summary>
    [KnownBeta("thinking-token-count-2026-05-13")]
    public static AnthropicBeta ThinkingTokenCount2026_05_13 => "thinking-token-count-2026-05-13";

    /// <summary>The beta <c>server-side-fallback-2026-06-01</c>.</summary>
    [KnownBeta("server-side-fallback-2026-06-01")]
    public static AnthropicBeta ServerSideFallback2026_06_01 => "server-side-fallback-2026-06-01";

    /// <summary>The beta <c>server-side-fallback-2026-07-01</c>.</summary>
    [KnownBeta("server-side-fallback-2026-07-01")]
    public static AnthropicBeta ServerSideFallback2026_07_01 => "server-side-fallback-2026-07-01";

    /// <summary>The beta <c>fallback-credit-2026-06-01</c>.</summary>
    [KnownBeta("fallback-credit-2026-06-01")]
    public static AnthropicBeta FallbackCredit2026_06_01 => "fallback-credit-2026-06-01";

    /// <summary>The beta <c>fallback-credit-2026-07-01</c>.</summary>
    [KnownBeta("fallback-credit-2026-07-01")]
    public static AnthropicBeta FallbackCredit2026_07_01 => "fallback-credit-2026-07-01";

    /// <summary>The beta <c>agent-memory-2026-07-22</c>.</summary>
    [KnownBeta("agent-memory-2026-07-22")]
    public static AnthropicBeta AgentMemory2026_07_22 => "agent-memory-2026-07-22";

    /// <summary>The beta <c>mid-conversation-tool-changes-2026-07-01</c>.</summary>
    [KnownBeta("mid-conversation-tool-changes-2026-07-01")]
    public static AnthropicBeta MidConversationToolChanges2026_07_01 => "mid-conversation-tool-changes-2026-07-01";

    /// <summary>The beta <c>compact-2026-01-12</c>.</summary>
    [KnownBeta("compact-2026-01-12")]
    public static AnthropicBeta Compact2026_01_12 => "compact-2026-01-12";

    /// <summary>The beta <c>computer-use-2025-11-24</c>.</summary>
    [KnownBeta("computer-use-2025-11-24")]
    public static AnthropicBeta ComputerUse2025_11_24 => "computer-use-2025-11-24";

    /// <summary>The beta <c>mcp-tunnels-2026-06-22</c>.</summary>
    [KnownBeta("mcp-tunnels-2026-06-22")]
    public static AnthropicBeta McpTunnels2026_06_22 => "mcp-tunnels-2026-06-22";

    /// <summary>The beta <c>structured-outputs-2025-11-13</c>.</summary>
    [KnownBeta("structured-outputs-2025-11-13")]
    public static AnthropicBeta StructuredOutputs2025_11_13 => "structured-outputs-2025-11-13";

    /// <summary>The beta <c>task-budgets-2026-03-13</c>.</summary>
    [KnownBeta("task-budgets-2026-03-13")]
    public static AnthropicBeta TaskBudgets2026_03_13 => "task-budgets-2026-03-13";

    /// <summary>The beta <c>thinking-display-updates-2026-08-18</c>.</summary>
    [KnownBeta("thinking-display-updates-2026-08-18")]
    public static AnthropicBeta ThinkingDisplayUpdates2026_08_18 => "thinking-display-updates-2026-08-18";

    /// <summary>The beta <c>mid-conversation-output-config-2026-07-01</c>.</summary>
    [KnownBeta("mid-conversation-output-config-2026-07-01")]
    public static AnthropicBeta MidConversationOutputConfig2026_07_01 => "mid-conversation-output-config-2026-07-01";

    /// <summary>The beta <c>thinking-binding-controls-2026-08-01</c>.</summary>
    [KnownBeta("thinking-binding-controls-2026-08-01")]
    public static AnthropicBeta ThinkingBindingControls2026_08_01 => "thinking-binding-controls-2026-08-01";

    /// <summary>The beta <c>mid-conversation-system-clear-at-2026-08-21</c>.</summary>
    [KnownBeta("mid-conversation-system-clear-at-2026-08-21")]
    public static AnthropicBeta MidConversationSystemClearAt2026_08_21 => "mid-conversation-system-clear-at-2026-08-21";

    /// <summary>The beta <c>compact-2026-09-04</c>.</summary>
    [KnownBeta("compact-2026-09-04")]
    public static AnthropicBeta Compact2026_09_04 => "compact-2026-09-04";

    /// <summary>The beta <c>inline-tools-2026-09-15</c>.</summary>
    [KnownBeta("inline-tools-2026-09-15")]
    public static AnthropicBeta InlineTools2026_09_15 => "inline-tools-2026-09-15";

    /// <summary>The beta <c>mcp-client-2026-09-15</c>.</summary>
    [KnownBeta("mcp-client-2026-09-15")]
    public static AnthropicBeta McpClient2026_09_15 => "mcp-client-2026-09-15";

    /// <summary>The beta <c>ce-plugins-2026-09-01</c>.</summary>
    [KnownBeta("ce-plugins-2026-09-01")]
    public static AnthropicBeta CePlugins2026_09_01 => "ce-plugins-2026-09-01";

    /// <summary>The beta <c>spend-limit-reads-2026-09-26</c>.</summary>
    [KnownBeta("spend-limit-reads-2026-09-26")]
    public static AnthropicBeta SpendLimitReads2026_09_26 => "spend-limit-reads-2026-09-26";

    /// <summary>The beta <c>telemetry-destinations-2026-08-11</c>.</summary>
    [KnownBeta("telemetry-destinations-2026-08-11")]
    public static AnthropicBeta TelemetryDestinations2026_08_11 => "telemetry-destinations-2026-08-11";

    /// <summary>The beta <c>webhooks-2026-10-07</c>.</summary>
    [KnownBeta("webhooks-2026-10-07")]
    public static AnthropicBeta Webhooks2026_10_07 => "webhooks-2026-10-07";

    /// <summary>The beta <c>admin-user-sign-out-2026-10-08</c>.</summary>
    [KnownBeta("admin-user-sign-out-2026-10-08")]
    public static AnthropicBeta AdminUserSignOut2026_10_08 => "admin-user-sign-out-2026-10-08";

    /// <summary>The beta <c>message-threads-2026-08-12</c>.</summary>
    [KnownBeta("message-threads-2026-08-12")]
    public static AnthropicBeta MessageThreads2026_08_12 => "message-threads-2026-08-12";

    /// <summary>The beta <c>analytics-usage-cost-2026-08-24</c>.</summary>
    [KnownBeta("analytics-usage-cost-2026-08-24")]
    public static AnthropicBeta AnalyticsUsageCost2026_08_24 => "analytics-usage-cost-2026-08-24";

    /// <summary>The beta <c>experimental-claude-tag-2026-10-21</c>.</summary>
    [KnownBeta("experimental-claude-tag-2026-10-21")]
    public static AnthropicBeta ExperimentalClaudeTag2026_10_21 => "experimental-claude-tag-2026-10-21";

    /// <summary>The beta <c>cache-diagnosis-2026-04-07</c>.</summary>
    [KnownBeta("cache-diagnosis-2026-04-07")]
    public static AnthropicBeta CacheDiagnosis2026_04_07 => "cache-diagnosis-2026-04-07";

    /// <summary>The beta <c>ce-user-management-2026-07-13</c>.</summary>
    [KnownBeta("ce-user-management-2026-07-13")]
    public static AnthropicBeta CeUserManagement2026_07_13 => "ce-user-management-2026-07-13";

    /// <summary>The beta <c>ce-claude-code-managed-settings-2026-10-06</c>.</summary>
    [KnownBeta("ce-claude-code-managed-settings-2026-10-06")]
    public static AnthropicBeta CeClaudeCodeManagedSettings2026_10_06 => "ce-claude-code-managed-settings-2026-10-06";

    /// <summary>The beta <c>efs-2026-10-01</c>.</summary>
    [KnownBeta("efs-2026-10-01")]
    public static AnthropicBeta Efs2026_10_01 => "efs-2026-10-01";

    /// <summary>The beta for the data controls of profiles. It affects no other endpoint of profiles.</summary>
    [KnownBeta("google-managed-data-controls-2026-09-01", ConcernsDataControls = true)]
    public static AnthropicBeta GoogleManagedDataControls2026_09_01 => "google-managed-data-controls-2026-09-01";
}
